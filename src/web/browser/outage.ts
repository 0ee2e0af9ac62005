// The screen of a desk without a network, and the keys and the scanner it is worked with.
import { startKeyboard } from './keyboard.ts'
import { openScreen } from './outage/screen.ts'
import { startScanner } from './scanner.ts'

startScanner()
startKeyboard()
void openScreen()
