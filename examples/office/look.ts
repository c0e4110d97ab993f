/** The look of an Office file: the library's theme tokens, as the three writers use them. */
import {
  type Colours,
  lightColours,
  type SpelledChart,
  type SpelledDocument,
  type Theme,
} from 'training-ops/reports'

export type OfficeOptions = {
  /** Colours, fonts, logo (a PNG as a `data:` address), header, footer, page numbers. */
  readonly theme?: Theme
  /** Draws the charts that an Office file has no form for, as an `<svg>` element. Their figures stand in a table unless given. */
  readonly drawChart?: (chart: SpelledChart) => string
}

export type Look = {
  readonly document: SpelledDocument
  /** `rrggbb`, as Office writes colours. */
  readonly colours: Colours
  readonly fonts: { readonly text: Font; readonly headings: Font }
  readonly header: string
  readonly footer: string
  readonly pageNumbers: boolean
  readonly logo?: Picture & { readonly alt: string }
  readonly drawChart?: (chart: SpelledChart) => string
  readonly direction: 'ltr' | 'rtl'
}

/** One font for Latin letters, one for Chinese, Japanese and Korean ones: `Arial, "Microsoft YaHei"`. */
export type Font = { readonly latin: string; readonly eastAsian: string }

/** A PNG, and how large it is in pixels. */
export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number }

const ownFonts = 'Arial, "Microsoft YaHei"'

const fontOf = (families: string): Font => {
  const names = families.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))
  const [latin = 'Arial', eastAsian = latin] = names.filter(
    (name) => !/^(system-ui|-apple-system|inherit|serif|sans-serif)$/.test(name),
  )
  return { latin, eastAsian }
}

/** A PNG says its size in its first 24 bytes. */
export const pictureOf = (png: Uint8Array): Picture => {
  const size = new DataView(png.buffer, png.byteOffset)
  if (size.getUint32(0) !== 0x89504e47) throw new TypeError('office: a picture has to be a PNG')
  return { png, width: size.getUint32(16), height: size.getUint32(20) }
}

const logoOf = (logo: Theme['logo']): Pick<Look, 'logo'> => {
  if (logo === undefined) return {}
  const data = /^data:image\/png;base64,(.+)$/.exec(logo.src)?.[1]
  if (data === undefined) throw new TypeError('office: a theme needs logo.src as data:image/png;base64,…')
  return { logo: { ...pictureOf(new Uint8Array(Buffer.from(data, 'base64'))), alt: logo.alt } }
}

export const lookOf = (document: SpelledDocument, { theme = {}, drawChart }: OfficeOptions): Look => {
  const { colours, fonts = {}, header = '', footer = '', pageNumbers = true, logo } = theme
  const text = fontOf(fonts.text ?? ownFonts)
  return {
    document,
    colours: Object.fromEntries(
      Object.entries({ ...lightColours, ...colours }).map(([name, colour]) => [name, colour.slice(1)]),
    ) as Colours,
    fonts: { text, headings: fonts.headings === undefined ? text : fontOf(fonts.headings) },
    header,
    footer,
    pageNumbers,
    ...logoOf(logo),
    ...(drawChart === undefined ? {} : { drawChart }),
    direction: document.direction,
  }
}

/** The colours of several series: those of Okabe and Ito, which people who see few colours tell apart. */
export const seriesColours = ['0072b2', 'e69f00', '8a94a0', 'cc79a7', '009e73', 'd55e00']

/** The font of a language, where a file takes one font a text. */
export const fontIn = ({ document }: Pick<Look, 'document'>, { latin, eastAsian }: Font): string =>
  /^(zh|ja|ko)/.test(document.lang) ? eastAsian : latin

/** The colour of a cell of a heat map: the theme's, as far as it is shaded, on the page's. */
export const shaded = (shade: number, { heat, page }: Colours): string =>
  [0, 2, 4]
    .map((at) => {
      const part = (colour: string) => Number.parseInt(colour.slice(at, at + 2), 16)
      return Math.round(part(page) + (part(heat) - part(page)) * shade)
        .toString(16)
        .padStart(2, '0')
    })
    .join('')
