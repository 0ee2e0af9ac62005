// What the postman's page gains with a script: the scanner, one press one act, words when the network is gone.
import { focusFirstError } from './errors.ts'
import { startOfflineNotice } from './offline.ts'
import { guardForms } from './once.ts'
import { startScanner } from './scanner.ts'
import { startSignatures } from './signature.ts'
import { startUploads } from './uploads.ts'

focusFirstError()
guardForms()
startUploads()
startScanner()
startSignatures()
startOfflineNotice()
