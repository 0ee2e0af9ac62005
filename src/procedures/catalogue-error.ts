// Said when the catalogue's data files cannot be loaded: every wrong line at once, and nothing was loaded.
import { StartError } from '../kernel/start-error.ts'
import type { Problem } from './data-files.ts'

export class CatalogueError extends StartError {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(
      {
        vi: `Dữ liệu danh mục có ${problems.length} chỗ sai, chưa nạp gì`,
        en: `The catalogue's data has ${problems.length} mistakes; nothing was loaded:`
      },
      ...problems.map((problem) => ({ vi: printProblem(problem), en: `${problem.file}:${problem.line}` }))
    )
    this.name = 'CatalogueError'
    this.problems = problems
  }
}

const printProblem = ({ file, line, sentence }: Problem) => `${file}, dòng ${line}: ${sentence}`
