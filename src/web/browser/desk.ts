// What the desk's pages gain with a script: keys, uploads with progress, one press one act.
import { startCardButtons } from './card.ts'
import { startCopyButtons } from './copy.ts'
import { startDevices } from './devices.ts'
import { focusFirstError } from './errors.ts'
import { startKeyboard } from './keyboard.ts'
import { startLive } from './live.ts'
import { startOfflineNotice } from './offline.ts'
import { guardForms } from './once.ts'
import { startOutage } from './outage-start.ts'
import { startPlaces } from './places.ts'
import { startPrinting } from './print.ts'
import { startScanLines } from './scan-lines.ts'
import { startScanner } from './scanner.ts'
import { startSignatures } from './signature.ts'
import { startUploads } from './uploads.ts'
import { startWalkIn } from './walk-in.ts'

focusFirstError()
guardForms()
startUploads()
startPlaces()
startScanner()
startScanLines()
startWalkIn()
startKeyboard()
startCardButtons()
startPrinting()
startSignatures()
startDevices()
startCopyButtons()
startOfflineNotice()
startLive()
startOutage()
