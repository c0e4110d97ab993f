import type { Language } from '../language.ts'
import { words } from './words.ts'

/** English. */
export const en: Language = { tag: 'en', words }
