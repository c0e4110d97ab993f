/** A report as an Excel workbook (.xlsx): a sheet for each section, its figures as numbers that can be computed with. */
import ExcelJS, { type Cell, type Worksheet } from 'exceljs'
import {
  plainText,
  type SpelledBlock,
  type SpelledCell,
  type SpelledChart,
  type SpelledDocument,
  type SpelledText,
} from 'training-ops/reports'
import { linesOf, type Table, widthOf } from './columns.ts'
import { fontIn, type Look, lookOf, type OfficeOptions, shaded } from './look.ts'
import { drawnChart } from './pictures.ts'

export const workbookOf = async (
  document: SpelledDocument,
  options: OfficeOptions = {},
): Promise<Uint8Array> => {
  const look = lookOf(document, options)
  const book = new ExcelJS.Workbook()
  book.title = plainText(document.title)
  book.creator = look.header === '' ? 'training-ops' : look.header
  const names = new Set<string>()
  for (const { heading, blocks } of document.sections) {
    if (heading !== undefined && blocks.length === 0) continue
    const name = sheetName(plainText(heading ?? document.title), names)
    const sheet = book.addWorksheet(name, {
      views: [{ showGridLines: false, rightToLeft: look.direction === 'rtl' }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
      },
      headerFooter: {
        oddHeader: `&L${forExcel(look.header)}`,
        oddFooter: `&L${forExcel(look.footer)}${look.pageNumbers ? '&R&P / &N' : ''}`,
      },
    })
    writeSection(book, sheet, { title: heading ?? document.title, blocks }, look)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** `&` begins a code in the header and the footer of a sheet. */
const forExcel = (text: string): string => text.replace(/&/g, '&&')

/** The name of a sheet has 31 characters at most, none of `[]:*?/\`, no quote at its ends, and is there once. */
const sheetName = (title: string, taken: Set<string>): string => {
  const plain = title.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '')
  const short = [...plain].slice(0, 28).join('').trim() || '·'
  for (let count = 1; ; count++) {
    const name = count === 1 ? short : `${[...short].slice(0, 26).join('')} ${count}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

type Section = { readonly title: SpelledText; readonly blocks: readonly SpelledBlock[] }
/** A column of a sheet: of a table's column its words, or its numbers alone where the words say more. */
type Column = {
  readonly head: SpelledText
  readonly at: number
  readonly shows: 'words' | 'number'
  readonly isEnd: boolean
}

/** The only number of a text, and what stands around it. */
const onlyNumber = /^([^\d]*?)([−-]?)(\d[\d,]*(?:\.\d+)?)([^\d]*)$/

const quoted = (text: string): string => (text === '' ? '' : `"${text.replace(/"/g, "'")}"`)

/**
 * How Excel writes the number of a cell so that it reads as the report does; nothing where the words say more than the
 * number.
 */
export const numberFormat = ({ text, value, unit }: SpelledCell): string | undefined => {
  const found = onlyNumber.exec(plainText(text).trim())
  if (value === undefined || found === null) return
  const [, before = '', , number = '', after = ''] = found
  const decimals = number.split('.')[1]?.length ?? 0
  const isPercent = unit === 'share' && after.trimStart().startsWith('%')
  const shown = Number(number.replaceAll(',', ''))
  const told = isPercent ? value * 100 : value
  if (Math.abs(Math.abs(told) - shown) > 0.501 * 10 ** -decimals) return
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
  const prefix = before.replace(/[−-]/g, '')
  const suffix = isPercent ? `%${quoted(after.trimStart().slice(1))}` : quoted(after)
  return `${quoted(prefix)}${digits}${suffix};${quoted(`−${prefix}`)}${digits}${suffix}`
}

const columnsOf = ({ columns, rows }: Table, { document }: Look): readonly Column[] =>
  columns.flatMap(({ head, align }, at) => {
    const cells = rows.map((row) => row[at])
    const saysMore = cells.some((one) => one?.value !== undefined && numberFormat(one) === undefined)
    const isEnd = align === 'end'
    return [
      { head, at, shows: 'words', isEnd },
      ...(saysMore
        ? [
            {
              head: [...head, { text: ` (${document.words.number})` }],
              at,
              shows: 'number' as const,
              isEnd: true,
            },
          ]
        : []),
    ]
  })

const generalFormat = ({ unit }: SpelledCell): string => {
  if (unit === 'share') return '0.0%'
  return unit === 'count' ? '#,##0' : '#,##0.00'
}

/** The widest a column is, in digits; longer texts go on below. */
const widest = 38

const writeSection = (
  book: InstanceType<typeof ExcelJS.Workbook>,
  sheet: Worksheet,
  { title, blocks }: Section,
  look: Look,
): void => {
  const { colours } = look
  const tables = blocks.filter((block): block is Table => block.kind === 'table')
  const width = Math.max(2, ...tables.map((table) => columnsOf(table, look).length))
  for (let at = 0; at < width; at++) sheet.getColumn(at + 1).width = columnWidth(tables, at, look)
  if (width === 2) sheet.getColumn(2).width = Math.max(70, sheet.getColumn(2).width ?? 0)
  const whole = Array.from({ length: width }, (_, at) => sheet.getColumn(at + 1).width ?? 10)
  const room = whole.reduce((sum, one) => sum + one, 0)

  const font = (more: object = {}) => ({
    name: fontIn(look, look.fonts.text),
    size: 10,
    color: { argb: `ff${colours.ink}` },
    ...more,
  })
  let at = 1
  const line = (text: string, more: object = {}, size = 10): Cell => {
    const cell = sheet.getCell(at, 1)
    cell.value = text
    cell.font = font({ size, ...more })
    cell.alignment = { wrapText: true, vertical: 'top' }
    sheet.mergeCells(at, 1, at, width)
    sheet.getRow(at).height = linesOf(text, (room * 10) / size) * size * 1.5 + 2
    at++
    return cell
  }
  const fill = (cell: Cell, colour: string) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `ff${colour}` } }
  }

  const write = (block: SpelledBlock): void => {
    switch (block.kind) {
      case 'paragraph': {
        const { role } = block
        line(plainText(block.text), role === undefined ? {} : { bold: true }, role === 'headline' ? 13 : 10)
        return
      }
      case 'bullets':
        for (const item of block.items) line(`• ${plainText(item)}`)
        return
      case 'facts':
        for (const { name, value } of block.facts) {
          sheet.getCell(at, 1).value = plainText(name)
          sheet.getCell(at, 1).font = font({ color: { argb: `ff${colours.quiet}` } })
          sheet.getCell(at, 1).alignment = { wrapText: true, vertical: 'top' }
          if (width > 2) sheet.mergeCells(at, 2, at, width)
          writeCell(sheet.getCell(at, 2), value, { at: 0, head: [], shows: 'words', isEnd: false })
          const [first = 10] = whole
          sheet.getRow(at).height =
            Math.max(linesOf(plainText(name), first), linesOf(plainText(value.text), room - first)) * 15
          at++
        }
        at++
        return
      case 'chart':
        writeChart(block)
        return
      case 'table':
        writeTable(block)
    }
  }

  const writeCell = (cell: Cell, one: SpelledCell, { shows, isEnd }: Column): void => {
    const format = numberFormat(one)
    const isNumber = one.value !== undefined && (shows === 'number' || format !== undefined)
    cell.value = isNumber ? (one.value as number) : shows === 'number' ? null : plainText(one.text)
    if (isNumber) cell.numFmt = shows === 'number' ? generalFormat(one) : (format as string)
    const isWithheld = one.text.some(({ figure }) => figure !== undefined && figure !== 'ok')
    cell.font = font(isWithheld ? { italic: true, color: { argb: `ff${colours.quiet}` } } : {})
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: isEnd ? 'right' : 'left', indent: 1 }
    if (one.shade !== undefined) fill(cell, shaded(one.shade, colours))
  }

  const writeTable = (table: Table): void => {
    if (tables.length > 1 || table.role === 'targets') line(table.caption, { bold: true })
    const columns = columnsOf(table, look)
    const rule = { style: 'thin' as const, color: { argb: `ff${colours.rule}` } }
    const tall = (texts: readonly string[]) => {
      sheet.getRow(at).height =
        Math.max(...texts.map((text, column) => linesOf(text, whole[column] ?? 10))) * 14 + 3
    }
    const first = at
    columns.forEach(({ head, isEnd }, column) => {
      const cell = sheet.getCell(at, column + 1)
      cell.value = plainText(head)
      cell.font = font({ bold: true })
      cell.alignment = { wrapText: true, vertical: 'top', horizontal: isEnd ? 'right' : 'left', indent: 1 }
      cell.border = { bottom: { ...rule, style: 'medium' } }
      fill(cell, colours.shade)
    })
    tall(columns.map(({ head }) => plainText(head)))
    at++
    for (const cells of table.rows) {
      columns.forEach((column, index) => {
        const cell = sheet.getCell(at, index + 1)
        writeCell(cell, cells[column.at] ?? { text: [] }, column)
        cell.border = { bottom: rule }
      })
      tall(
        columns.map((column) => (column.shows === 'number' ? '' : plainText(cells[column.at]?.text ?? []))),
      )
      at++
    }
    if (tables.length === 1 && table.rows.length > 1)
      sheet.autoFilter = { from: { row: first, column: 1 }, to: { row: at - 1, column: columns.length } }
    if (table.legend !== undefined) line(`${table.legend.light} → ${table.legend.dark}`, {}, 9)
    at++
  }

  /** A picture, or its figures: exceljs makes no chart of Excel's own. */
  const writeChart = (chart: SpelledChart): void => {
    const drawn = drawnChart(chart, look)
    line(chart.title, { bold: true })
    if (drawn === undefined) {
      for (const cells of [['', ...chart.table.heads], ...chart.table.rows]) {
        cells.forEach((text, column) => {
          sheet.getCell(at, column + 1).value = text
          sheet.getCell(at, column + 1).font = font()
        })
        at++
      }
      at++
      return
    }
    const scale = Math.min(1, 720 / drawn.width)
    const ext = { width: Math.round(drawn.width * scale), height: Math.round(drawn.height * scale) }
    // exceljs takes bytes as Node's Buffer
    const image = book.addImage({ buffer: Buffer.from(drawn.png) as never, extension: 'png' })
    sheet.addImage(image, {
      tl: { col: 0, row: at - 1 },
      ext,
      editAs: 'oneCell',
    })
    at += Math.ceil(ext.height / 20) + 1
  }

  line(plainText(title), { bold: true, color: { argb: `ff${colours.accent}` } }, 16)
  at++
  for (const block of blocks) write(block)
}

const columnWidth = (tables: readonly Table[], at: number, look: Look): number =>
  Math.max(
    at === 0 ? 24 : 10,
    ...tables.map((table) => {
      const column = columnsOf(table, look)[at]
      if (column === undefined) return 0
      const texts = table.rows.map((cells) =>
        column.shows === 'number' ? '1,000,000.00' : plainText(cells[column.at]?.text ?? []),
      )
      return Math.min(widest, Math.max(...[plainText(column.head), ...texts].map(widthOf)) + 3)
    }),
  )
