import type { ComponentChildren } from 'preact'
import { say, type Tongue } from './words.ts'

type Given = { readonly label: string; readonly tongue: Tongue; readonly children: ComponentChildren }

/** A wide table, which scrolls by itself and is reached with the keyboard. */
export const Scroll = ({ label, tongue, children }: Given) => (
  <section class="scroll" tabIndex={0} aria-label={say('table', tongue, { label })}>
    {children}
  </section>
)
