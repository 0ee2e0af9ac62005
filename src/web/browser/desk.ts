// What the desk's pages gain with a script: keys, uploads with progress, one press one act.
import { startCopyButtons } from './copy.ts'
import { focusFirstError } from './errors.ts'
import { startKeyboard } from './keyboard.ts'
import { startOfflineNotice } from './offline.ts'
import { guardForms } from './once.ts'
import { startPlaces } from './places.ts'
import { startScanner } from './scanner.ts'
import { startSignatures } from './signature.ts'
import { startUploads } from './uploads.ts'

focusFirstError()
guardForms()
startUploads()
startPlaces()
startScanner()
startKeyboard()
startSignatures()
startCopyButtons()
startOfflineNotice()
