// Says when the network is gone, and takes the words away when it is back.
import { outageLink } from './outage-start.ts'
import { say } from './page.ts'

function tell() {
  document.querySelector('.offline')?.remove()
  const words = document.createElement('p')
  words.className = 'offline'
  words.setAttribute('role', 'status')
  words.textContent = say(
    'Mất mạng. Những gì đã điền vẫn còn trên trang; xin đợi có mạng rồi hãy gửi.',
    'You are offline. What you typed is still on the page; send it when you are back online.'
  )
  const way = outageLink(say('Tiếp nhận khi mất mạng', 'Accept without a network'))
  if (way) words.append(' ', way)
  document.body.prepend(words)
}

export function startOfflineNotice() {
  addEventListener('offline', tell)
  addEventListener('online', () => document.querySelector('.offline')?.remove())
}
