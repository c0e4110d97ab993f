/** The first sheet of an Excel workbook as rows of cells: text, numbers, dates whose UTC fields are the wall clock, blanks. */
import { readSheet } from 'read-excel-file/node'

export const workbookRows = async (bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> =>
  readSheet(Buffer.from(bytes))
