/** The language of an answer, from what the caller would rather read (`Accept-Language`): English unless Chinese comes first. */
import { en, type Language, zhCN } from 'training-ops/reports'

export const languageOf = (accepted: string | undefined): Language => {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined)
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q), at }
    })
    .filter(({ tag, weight }) => weight > 0 && /^(en|zh)\b|^\*$/.test(tag))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
  return wanted[0]?.tag.startsWith('zh') ? zhCN : en
}
