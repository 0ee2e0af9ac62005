// What citizens' pages gain with a script; without one every page still works.
import { startAutosave } from './autosave.ts'
import { startCardButtons } from './card.ts'
import { startConditions } from './conditions.ts'
import { startCopyButtons } from './copy.ts'
import { focusFirstError } from './errors.ts'
import { startOfflineNotice } from './offline.ts'
import { guardForms } from './once.ts'
import { startPlaces } from './places.ts'
import { startUploads } from './uploads.ts'

focusFirstError()
guardForms()
startUploads()
startPlaces()
startConditions()
startAutosave()
startCopyButtons()
startCardButtons()
startOfflineNotice()
if (document.querySelector('[data-check-paper]')) void import('./check-paper.ts').then(({ startChecks }) => startChecks())
