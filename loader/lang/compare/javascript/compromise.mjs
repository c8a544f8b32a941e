// Writes what compromise finds in the texts of the files given, as CoNLL-U:
// sentences, terms and tags, and people, places and organizations as comments.

import { readFileSync } from 'node:fs'
import nlp from 'compromise'
import { endSentence, flush, name, token, word } from './conllu.mjs'

// The universal tag is that of the first of a term's tags in this list; a
// pronoun is tagged as a noun, too, and a particle as a verb.
const universal = Object.entries({
  Negative: 'PART', Particle: 'ADP', Pronoun: 'PRON', ProperNoun: 'PROPN', Auxiliary: 'AUX', Copula: 'AUX', Modal: 'AUX',
  Verb: 'VERB', Value: 'NUM', Noun: 'NOUN', Adjective: 'ADJ', Adverb: 'ADV', Determiner: 'DET', Preposition: 'ADP',
  Conjunction: 'CCONJ', There: 'PRON', QuestionWord: 'PRON', Expression: 'INTJ', Date: 'NOUN', Acronym: 'PROPN',
})
const tagOf = term => universal.find(([tag]) => term.tags.has(tag))?.[1] ?? 'X'

let number = 0

// compromise keeps marks of punctuation in front of and behind its terms and
// gives no tokens for them. A run of one mark is a token here.
const marks = text => {
  for (const [run] of text.matchAll(/(\S)\1*/gu)) word(++number, run, 'PUNCT')
}

// Of a contraction the first term has the text, the others are empty.
const write = terms => {
  const [first] = terms
  const behind = terms.map(term => term.post).join('')
  marks(first.pre)
  if (terms.length > 1) token(number + 1, number + terms.length, first.text)
  for (const term of terms) word(++number, term.text, tagOf(term), [...term.tags].join(','))
  const apostrophe = first.tags.has('Possessive') ? behind.match(/^['’]/)?.[0] : undefined
  if (apostrophe) word(++number, apostrophe, 'PART')
  marks(behind.slice(apostrophe?.length ?? 0))
}

for (const path of process.argv.slice(2)) {
  const doc = nlp(readFileSync(path, 'utf8'))
  for (const person of doc.people().out('array')) name('person', person)
  for (const place of doc.places().out('array')) name('place', place)
  for (const organization of doc.organizations().out('array')) name('organization', organization)
  for (const terms of doc.docs) {
    number = 0
    for (let i = 0; i < terms.length;) {
      let end = i + 1
      while (end < terms.length && terms[end].text === '' && terms[end].pre === '') end++
      write(terms.slice(i, end))
      i = end
    }
    endSentence()
  }
  flush()
}
