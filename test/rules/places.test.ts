// Names of places as people write them lead to the place they mean, old names as well as new ones.
import t from 'tap'
import { ownPlaces } from '../../src/agencies/actions/read-places.ts'
import { letterKey } from '../../src/agencies/place-data.ts'

const { matchWard, findPlaces, findProvinces, all } = ownPlaces()
const codeOf = (ward: string, province = 'Hải Phòng') => {
  const match = matchWard(ward, province)
  return match && ('wardCode' in match ? match.wardCode : match.several.map(({ name }) => name))
}

t.test('a ward is found however its name is typed', async (t) => {
  const table: [string, string, string][] = [
    ['Phường Máy Tơ', 'Hải Phòng', '11332'],
    ['q ngô quyền p máy tơ', 'TP Hải Phòng', '11332'],
    ['P.Máy Tơ, Q.Ngô Quyền', 'thành phố Hải Phòng', '11332'],
    ['may to', 'hai phong', '11332'],
    ['may to', 'hp', '11332'],
    ['phường máy tơ - ngô quyền - hải phòng', '', '11332'],
    ['tt an lão', 'Hải Phòng', '11629'],
    ['x. Hoà Bình, h. Vĩnh Bảo', 'Hải Phòng', '11890'],
    ['xã Hòa Bình huyện Thủy Nguyên', 'Hải Phòng', '11527'],
    ['PHƯỜNG CÁT DÀI', 'HẢI PHÒNG', '11368']
  ]
  for (const [ward, province, code] of table) t.equal(codeOf(ward, province), code, `${ward}, ${province}`)
})

t.test('both places of the tone mark are the same name, other marks are another', async (t) => {
  t.equal(letterKey('Hoà Thuỷ'), letterKey('hòa thủy'))
  t.not(letterKey('Hoa'), letterKey('Hòa'))
  t.equal(letterKey('Hoà'.normalize('NFD')), letterKey('Hòa'))
})

t.test('a name that several places bear offers them all, and each is found again by its full name', async (t) => {
  const match = matchWard('Hòa Bình', 'Hải Phòng')
  t.ok(match && 'several' in match)
  const several = match && 'several' in match ? match.several : []
  t.strictSame(
    several.map(({ name }) => name),
    ['Xã Hoà Bình, huyện Thuỷ Nguyên', 'Xã Hoà Bình, huyện Vĩnh Bảo', 'Phường Hòa Bình (từ 01/7/2025)']
  )
  for (const { name, wardCode } of several) t.equal(codeOf(name), wardCode, name)
})

t.test('of every place the full name finds it again, or the ward it was or became by the same name', async (t) => {
  t.equal(all.length, 223 + 254 + 114, 'the wards of 2017, those before the merger under another name, those of today')
  for (const place of all) {
    const typed = place.since === 2025 ? `${place.name} (từ 01/7/2025)` : `${place.name}, ${place.districts[0]}`
    const match = matchWard(typed, place.since === 2025 ? 'Hải Phòng' : place.province)
    const found = match && 'wardCode' in match && all.find(({ code }) => code === match.wardCode)
    t.ok(found && found.kind === place.kind && found.letters === place.letters, `${typed} → ${JSON.stringify(match)}`)
  }
})

t.test('a ward of Hải Dương is known by its old province and by the new one', async (t) => {
  t.equal(codeOf('Phường Cẩm Thượng', 'Hải Dương'), '10507')
  t.equal(codeOf('Phường Cẩm Thượng', 'Hải Phòng'), '10507')
  t.equal(codeOf('Phường Thành Đông', 'Hải Phòng'), '10507.2025', 'the same number, another ward')
  t.equal(codeOf('Phường Thành Đông', 'Hải Dương'), '10507.2025')
  t.equal(codeOf('Xã Hồng Phong', 'Hải Phòng'), '11593', 'the city’s own comes first')
})

t.test('an old name that was split says into which units, and each of them is offered', async (t) => {
  const [hint] = findPlaces('xa cong hoa nam sach')
  t.equal(hint?.value, 'Xã Cộng Hòa')
  t.match(hint?.note?.vi, /^trước thuộc tỉnh Hải Dương, nay thuộc Xã Nam An Phụ hoặc Xã An Phú hoặc Xã Lai Khê/)
  t.same(all.find(({ code }) => code === '10639')?.now, ['10705.2025', '10645.2025', '10756.2025'], 'the new units have codes of their own')
})

t.test('elsewhere in the country the name is taken as it was written', async (t) => {
  t.equal(matchWard('Phường Dịch Vọng', 'Hà Nội'), undefined)
  t.equal(matchWard('Phường Máy Tơ', 'Hà Nội'), undefined)
  t.equal(matchWard('', ''), undefined)
  t.equal(matchWard('Phường Không Có', 'Hải Phòng'), undefined)
})

t.test('while somebody types, the words may come in any order and the last be unfinished', async (t) => {
  t.strictSame(
    findPlaces('may to').map(({ value }) => value),
    ['Phường Máy Tơ']
  )
  t.equal(findPlaces('ngo quyen may to')[0]?.value, 'Phường Máy Tơ')
  t.equal(findPlaces('ngo quyen may t')[0]?.value, 'Phường Máy Tơ')
  t.equal(findPlaces('máy tơ')[0]?.value, 'Phường Máy Tơ')
  t.equal(findPlaces('a').length, 0, 'one letter says nothing')
  t.equal(findPlaces('phuong').length, 8, 'no more than a list can show')
  for (const { value, province } of findPlaces('le loi')) t.type(codeOf(value, province), 'string', `${value} is enough to find it`)
})

t.test('provinces are offered by their old and their new names', async (t) => {
  t.strictSame(
    findProvinces('hai').map(({ value }) => value),
    ['Hải Phòng', 'Hải Dương']
  )
  t.same(findProvinces('thai binh')[0]?.note, { vi: 'nay thuộc Hưng Yên', en: 'now in Hưng Yên' })
  t.strictSame(findProvinces('tp hồ')[0]?.value, 'Thành phố Hồ Chí Minh')
})
