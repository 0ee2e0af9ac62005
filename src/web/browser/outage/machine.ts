// This machine on the desk's page: made ready with one button, retired with another; on every page of the desk its chores, when it is one.
import { dayOf } from '../../../kernel/time.ts'
import { countWaiting, houseTime, isAble, prepared } from './box.ts'
import { prepare, retire, SaidNo, sendWaiting } from './chores.ts'
import { leftOn } from './numbers.ts'

/** Numbers, data and what waits to be sent, in the background; without a network nothing happens. */
export async function doChores() {
  if (!localStorage.getItem(prepared) || !(await isAble())) return
  try {
    await prepare()
    await sendWaiting()
  } catch {
    // No network, or somebody who may not: the next page tries again.
  }
}

const isMachine = () => localStorage.getItem(prepared) !== null

export async function startMachine() {
  const place = document.querySelector<HTMLElement>('[data-outage-machine]')
  if (!place) return doChores()
  const said = place.querySelector<HTMLElement>('[data-outage-said]')!
  const [make, open, end] = ['prepare', 'open', 'retire'].map((name) => place.querySelector<HTMLElement>(`[data-outage-${name}]`)!)
  const word = (name: string, n = 0) => (place.dataset[name] ?? '').replace('{n}', String(n))
  const show = async () => {
    const left = isMachine() ? await leftOn(dayOf(await houseTime()).toString()) : 0
    make!.hidden = isMachine() && left > 0
    open!.hidden = end!.hidden = !isMachine()
    said.textContent = isMachine() ? word(left > 0 ? 'ready' : 'notReady', left) : ''
    place.dataset['left'] = String(left)
    place.dataset['waiting'] = String(await countWaiting())
  }
  if (!(await isAble())) {
    said.textContent = word('unable')
    return
  }
  make!.addEventListener('click', async () => {
    said.textContent = word('preparing')
    await prepare({ now: true }).catch((error: unknown) => {
      said.textContent = error instanceof SaidNo ? error.message : word('notReady')
    })
    await show()
  })
  end!.addEventListener('click', async () => {
    const no = await retire().then(
      () => undefined,
      (error: unknown) => (error instanceof SaidNo && error.message ? error.message : word('retireFirst'))
    )
    await show()
    said.textContent = no ?? word('retired')
  })
  await doChores()
  await show()
}
