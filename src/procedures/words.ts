// How the catalogue's terms are said to people, on screen and on paper.
import type { Locale, Words } from '../kernel/locale.ts'
import type { Channel, DocumentForm, ProcessingTime } from './rules.ts'

const units: Record<'working_days' | 'calendar_days' | 'hours', { vi: string; en: [string, string] }> = {
  working_days: { vi: 'ngày làm việc', en: ['working day', 'working days'] },
  calendar_days: { vi: 'ngày', en: ['calendar day', 'calendar days'] },
  hours: { vi: 'giờ làm việc', en: ['working hour', 'working hours'] }
}

/** `5 ngày làm việc`, `Trong ngày` */
export function sayProcessingTime(time: ProcessingTime, locale: Locale): string {
  if (time.kind === 'same_day') return locale === 'vi' ? 'Trong ngày' : 'The same day'
  const unit = units[time.kind]
  return `${time.amount}\u00a0${locale === 'vi' ? unit.vi : unit.en[time.amount === 1 ? 0 : 1]}`
}

export const channelNames: Record<Channel, Words> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  desk: { vi: 'Trực tiếp tại quầy', en: 'At the desk' },
  post: { vi: 'Qua bưu chính công ích', en: 'By post' }
}

export const formNames: Record<DocumentForm, Words> = {
  original: { vi: 'Bản chính', en: 'Original' },
  certified_copy: { vi: 'Bản sao có chứng thực', en: 'Certified copy' },
  copy: { vi: 'Bản chụp', en: 'Copy' },
  form: { vi: 'Tờ khai', en: 'Form' },
  present: { vi: 'Xuất trình', en: 'To be shown' }
}
