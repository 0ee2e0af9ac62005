// The form of a birth registration, filled page by page as a mother would, without a script.
import type { Visitor } from './visitor.ts'

type Child = { name: string; bornOn?: [day: string, month: string, year: string] }
const address = (at: string, line: string) => ({ [`${at}.line`]: line, [`${at}.ward`]: 'Lạch Tray', [`${at}.province`]: 'Hải Phòng' })
const born = (at: string, [day, month, year]: [string, string, string]) => ({
  [`${at}Day`]: day,
  [`${at}Month`]: month,
  [`${at}Year`]: year
})

/** From the first page of the form to the last; stands on the page of papers afterwards. */
export async function answerBirth(visitor: Visitor, { name, bornOn = ['9', '2', '2026'] }: Child): Promise<void> {
  await visitor.submit(/mau\/truong-hop$/, { relation: 'mother', circumstance: 'married', is_foreign: 'no', birth_paper: 'notice' })
  await visitor.submit(/mau\/tre-em$/, {
    child_name: name,
    ...born('child_born_on', bornOn),
    child_sex: 'female',
    child_ethnicity: 'Kinh',
    birth_facility: 'Bệnh viện Phụ sản Hải Phòng',
    ...address('birth_place', '19 Trần Quang Khải'),
    home_town: 'Xã Tân Phong, huyện Kiến Thụy, Hải Phòng'
  })
  for (const [page, parent, person] of [
    ['me', 'mother', 'Nguyễn Thị Lan'],
    ['cha', 'father', 'Lê Văn Bình']
  ] as const) {
    const action = new RegExp(`mau/${page}$`)
    await visitor.submit(action, {
      [`${parent}.name`]: person,
      [`${parent}.bornOnDay`]: '',
      [`${parent}.bornOnMonth`]: '',
      [`${parent}.bornOnYear`]: '1994',
      [`${parent}_ethnicity`]: 'Kinh',
      [`${parent}_alive`]: 'yes'
    })
    // Who is alive has an address: without a script the page comes back and asks for it.
    await visitor.submit(action, address(`${parent}_address`, '18/7 Lạch Tray'))
  }
  await visitor.submit(/mau\/ban-sao$/, { copies: '' })
}
