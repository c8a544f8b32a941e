// The lines of a CoNLL-U file, collected and written in one go.

let lines = []

const field = value => value.replace(/\s+/g, ' ') || '_'

/** A word; its number counts from 1 in each sentence. */
export const word = (number, form, upos, xpos = '') =>
  lines.push(`${number}\t${field(form)}\t_\t${field(upos)}\t${field(xpos)}\t_\t_\t_\t_\t_\n`)

/** A token of several words. */
export const token = (first, last, form) => lines.push(`${first}-${last}\t${field(form)}${'\t_'.repeat(8)}\n`)

export const name = (label, text) => lines.push(`# name = ${label} ${field(text)}\n`)

export const endSentence = () => lines.push('\n')

export const flush = () => {
  process.stdout.write(lines.join(''))
  lines = []
}
