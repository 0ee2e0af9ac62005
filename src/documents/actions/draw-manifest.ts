// The bordereau under the agency's own head. Room `shipments` keeps it and cannot know this one, so it is handed this pen.
import type { Agency } from '../../agencies/queries.ts'
import { headingOf } from '../case.ts'
import { type PostalHandOverData, printPostalHandOver } from '../forms/postal-hand-over.ts'

export const drawManifest = ({ agency, ...data }: Omit<PostalHandOverData, 'heading'> & { agency: Agency }): Promise<Uint8Array> =>
  printPostalHandOver({ ...data, heading: headingOf(agency) })
