// Package queries answers saved questions from the graph: who demanded what
// of whom, who said so, what changed.
//
// A query is one YAML file, read strictly:
//
//	name: who-demanded            # letters, digits and dashes; unique
//	title: Who demanded what      # one line
//	explanation: ...              # for people; as long as needed
//	parameters:
//	  - name: by
//	    type: actor               # actor issue text words day int float bool choice article record
//	    explanation: whose demand it is
//	    required: true            # or default: VALUE
//	    choices: [do, dont]       # type choice only
//	columns:
//	  - {name: day, title: Day, type: day}
//	select: ...                   # or gizmo: TEXT, or run: FUNCTION
//
// # Select
//
// A select is answered by index look-ups and never reads more than its answer
// and what shares the narrowest index entry with it:
//
//	select:
//	  kinds: [demand]             # demand statement event position membership
//	  where:                      # a field and what it must be: $parameter or a literal
//	    by: $by
//	    topic: $topic
//	    involves: [$actor, $with] # several: all must hold
//	  since: $since
//	  until: $until
//	  confidence: $confidence     # optional: the least that a record must have
//	  below: $below               # optional: what a record's confidence must not reach
//	  order: newest               # or oldest
//	  group: [by, of]             # optional: one row a group, columns count, first, last
//	  minimum: $minimum           # optional: groups of fewer records are left out
//
// A condition whose parameter was not given does not apply. The fields of
// where are by, of, speaker, addressee, participant, holder, member,
// organization, actor (whoever acts), involves (whoever is named), topic and
// issue (a known one, with all that are narrower), which the index answers, and voiced_by, polarity, strength, weakest (the least
// strength), addressed, quoted, stance, type, where, basis, rule, place and publisher (of the article), which are checked on the
// records that the index gives. Columns are the fields listed in fields.go.
//
// # Gizmo
//
// The text of a gizmo query finds its arguments in the JavaScript variable
// params, as one JSON literal: actors, issues, articles and records as IRIs, days as
// {from, to}, words as stems; what was not given is null. Tags are columns.
//
// Queries, sets and engines are safe for concurrent use.
package queries
