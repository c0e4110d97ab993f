/** Relative links of Markdown pages, and whether they lead anywhere. */
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

const withoutFences = (text: string) => text.replace(/^\s*```[\s\S]*?^\s*```/gm, '').replace(/`[^`\n]*`/g, '')

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const anchorsOf = (text: string) =>
  text
    .replace(/^\s*```[\s\S]*?^\s*```/gm, '')
    .split('\n')
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) => anchorOf(line.replace(/^#+ /, '')))

/** Links that lead nowhere, as `PAGE links to TARGET: WHY`. Links to other sites are not followed. */
export const brokenLinks = (page: string, text: string): string[] =>
  [...withoutFences(text).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/i.test(link)) return []
    const [path = '', anchor] = decodeURI(link).split('#')
    const target = path === '' ? page : posix.join(posix.dirname(page), path)
    if (!existsSync(target)) return [`${page} links to ${link}: no such file`]
    if (!anchor || !target.endsWith('.md')) return []
    return anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
      ? []
      : [`${page} links to ${link}: no such heading`]
  })
