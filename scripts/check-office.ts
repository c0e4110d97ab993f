/** The example that writes Office files: its types and its tests. `npm run check:office`. */
import { checkExample } from './check-example.ts'
import { officeFolder } from './install-packages.ts'

await checkExample(officeFolder, 'writing Office files')
