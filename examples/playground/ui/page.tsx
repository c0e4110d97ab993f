/** What every page of the playground has around its content: the bar with the way to the others, and the language. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { say, type Tongue, type WordName } from './words.ts'

/** The pages beside the year. */
const beside = ['bench', 'lab'] as const

type Given = {
  readonly tongue: Tongue
  readonly onTongue: (tongue: Tongue) => void
  readonly here: 'year' | (typeof beside)[number]
  /** The title of the page. */
  readonly title: WordName
  readonly lead?: string
  /** In place of the link to the year: its tabs. */
  readonly tabs?: ComponentChildren
  readonly tools?: ComponentChildren
  /** The instant that is drawn, for those who watch the page. */
  readonly drawn?: string
  readonly children: ComponentChildren
}

export const Page = ({ tongue, onTongue, here, title, lead, tabs, tools, drawn, children }: Given) => {
  useEffect(() => {
    document.documentElement.lang = tongue === 'en' ? 'en' : 'zh-CN'
    document.title = `${say(title, tongue)} · training-ops`
  }, [tongue, title])
  const skip = (event: Event) => {
    event.preventDefault()
    document.querySelector<HTMLElement>('#content')?.focus()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: the part after # is the state of the page, and stays */}
      <a class="skip" href="#content" onClick={skip}>
        {say('skip', tongue)}
      </a>
      <header class="bar">
        <a class="brand" href={tongue === 'en' ? '../index.html' : '../zh/index.html'}>
          training-ops
        </a>
        <nav aria-label={say('pages', tongue)}>
          {tabs ?? <a href={`./index.html#lang=${tongue}`}>{say('year', tongue)}</a>}
          {beside.map((page) => (
            <a
              key={page}
              href={`./${page}.html#lang=${tongue}`}
              aria-current={page === here ? 'page' : undefined}
            >
              {say(page, tongue)}
            </a>
          ))}
        </nav>
        <div class="tools">
          {tools}
          <button
            type="button"
            class="quiet"
            lang={tongue === 'en' ? 'zh-CN' : 'en'}
            onClick={() => onTongue(tongue === 'en' ? 'zh' : 'en')}
          >
            {say('language', tongue)}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1} data-frame={drawn}>
        <h1>{say(title, tongue)}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        {children}
      </main>
    </>
  )
}
