// Writes what wink-nlp finds in the texts of the files given, as CoNLL-U:
// sentences, tokens and universal tags, and entities as comments.

import { readFileSync } from 'node:fs'
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { endSentence, flush, name, word } from './conllu.mjs'

// Sentiment, negation and custom entities are off: nothing asks for them.
const nlp = winkNLP(model, ['sbd', 'pos', 'ner'])
const its = nlp.its

for (const path of process.argv.slice(2)) {
  const doc = nlp.readDoc(readFileSync(path, 'utf8'))
  for (const { value, type } of doc.entities().out(its.detail)) name(type, value)
  // Line ends are tokens, and behind ".." an empty one may stand.
  const forms = doc.tokens().out(), tags = doc.tokens().out(its.pos)
  for (const [first, last] of doc.sentences().out(its.span)) {
    let number = 0
    for (let i = first; i <= last; i++) if (forms[i].trim()) word(++number, forms[i], tags[i])
    if (number > 0) endSentence()
  }
  flush()
}
