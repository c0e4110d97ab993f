/** The example that reads Excel workbooks: its types and its test. `npm run check:workbook`. */
import { checkExample } from './check-example.ts'
import { workbookFolder } from './install-packages.ts'

await checkExample(workbookFolder, 'reading a workbook')
