/** A host's words on a page of ours: they say what they say, and change neither its order nor its layout. */

/** Marks that turn the direction of what comes after, and other characters that show nothing. */
const invisible = /[\p{Bidi_Control}\ufeff]/gu
const control = /[^\P{Cc}\n\t]/gu

/** The text without marks of direction; what it says reads the same. */
export const withoutMarks = (text: string): string => text.replace(invisible, '')

/** The text without control characters and without marks of direction. */
export const withoutControls = (text: string): string => withoutMarks(text).replace(control, '')

/** On one line. Linear in the length of the text, whatever it holds. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether a text is, or may be, read in the other direction than the page: then it is kept apart from its neighbours. */
export const readsTheOtherWay = (text: string, page: 'ltr' | 'rtl'): boolean =>
  page === 'rtl' ? !rightToLeft.test(text) : rightToLeft.test(text)
