// What citizens' pages gain with a script; without one every page still works.
import { startCopyButtons } from './copy.ts'
import { focusFirstError } from './errors.ts'
import { startOfflineNotice } from './offline.ts'
import { guardForms } from './once.ts'
import { startUploads } from './uploads.ts'

focusFirstError()
guardForms()
startUploads()
startCopyButtons()
startOfflineNotice()
