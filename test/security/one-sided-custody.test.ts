// One person who wants an original to change hands, or to be forgotten, by their own word alone.
import t from 'tap'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { giveBackOriginals } from '../../src/originals/actions/give-back.ts'
import { addOriginal, decideFate, removeOriginal, reportFound, reportLost } from '../../src/originals/actions/mend-ledger.ts'
import { findOriginal, whereIs } from '../../src/originals/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'

t.test(
  'what an officer writes down or finds is in their own hands; only a head strikes an original out; what is kept is not given away by a tick',
  async (t) => {
    const shop = await openTestContext(t)
    const { context } = shop
    const papers = [1, 2].map((number) => ({ number, name: `Bằng ${number}`, form: 'original', copies: 1, given: 'paper' as const }))
    const { id, clerk, officer } = await aDossier(context, { channel: 'desk', papers })
    await acceptAtDesk(context, { dossierId: id, by: clerk })
    await shop.runJobs()
    const head = { ...clerk, id: context.newId(), name: 'Trưởng quầy', role: 'supervisor' as const }
    const [first] = await whereIs(context.db, { dossierId: id })
    const kept = context.newId()
    await addOriginal(context, { id: kept, dossierId: id, name: 'Giấy phép cũ', form: 'original', reason: 'Nhận thêm', by: clerk })

    const added = context.newId()
    await addOriginal(context, { id: added, dossierId: id, name: 'Sổ đỏ', form: 'original', reason: 'Nhận thêm', by: officer })
    t.match((await findOriginal(context.db, added))!.holder, { kind: 'officer', personId: officer.id }, 'the desk signed for nothing')

    const strike = { originalId: first!.id, reason: 'Ghi nhầm' }
    await t.rejects(removeOriginal(context, { ...strike, by: clerk }), { code: 'NOT_YOURS_TO_DO' })
    await reportLost(context, { ...strike, last: 'Trần Văn Hùng', by: clerk })
    await reportFound(context, { ...strike, by: officer })
    t.match((await findOriginal(context.db, first!.id))!.holder, { kind: 'officer', personId: officer.id })

    await decideFate(context, { originalId: kept, fate: 'retained', reason: 'Thu hồi', by: clerk })
    const back = { dossierId: id, ids: [kept], by: clerk, receiver: { name: 'Nguyễn Thị Lan' } }
    t.same(await context.db.transaction((tx) => giveBackOriginals(tx, context, back)), [])
    await removeOriginal(context, { originalId: kept, reason: 'Ghi nhầm', by: head })
    t.match((await findOriginal(context.db, kept))!.holder, { kind: 'removed' })
  }
)
