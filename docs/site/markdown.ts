/** What the site does with Markdown: anchors, fences and links. */

/** The anchor of a heading, as the repository's own pages link to it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const fence = /^```[^\n]*\n[\s\S]*?^```[ \t]*$/gm

/** A translated page says `<!-- fence 1 -->` where the first fence of the English page stands; every fence is shown, in order. */
export const withFences = (page: string, text: string, english: string): string => {
  const fences = english.match(fence) ?? []
  let shown = 0
  const filled = text.replace(/^<!-- fence (\d+) -->$/gm, (_, number: string) => {
    if (Number(number) !== ++shown)
      throw new Error(`${page}: fence ${number} stands where fence ${shown} is due`)
    const one = fences[shown - 1]
    if (one === undefined)
      throw new Error(`${page}: the English page has ${fences.length} fences, none is number ${number}`)
    return one
  })
  if (shown !== fences.length)
    throw new Error(`${page} shows ${shown} of ${fences.length} fences of the English page`)
  return filled
}

/** `isBeside`: to the same page in the other language. */
type Resolve = (path: string, anchor: string | undefined, isBeside: boolean) => string | undefined

/** Every relative link outside fences and code, led to where its target stands on the site; a link to nowhere becomes its text. */
export const linksRewritten = (text: string, resolve: Resolve): string =>
  text
    .split(/(^\s*```[\s\S]*?^\s*```[ \t]*$|`[^`\n]*`(?!\]))/gm)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(
            /\[((?:[^[\]]|\[[^\]]*\])*)\]\(<?([^)\s>]+)>?(\s+"[^"]*")?\)(<!-- beside -->)?/g,
            (whole, label: string, link: string, title = '', beside = '') => {
              if (/^[a-z]+:|^#|^\//i.test(link)) return whole
              const [path = '', anchor] = decodeURI(link).split('#')
              const target = resolve(path, anchor, beside !== '')
              return target === undefined ? label : `[${label}](${target}${title})`
            },
          ),
    )
    .join('')
