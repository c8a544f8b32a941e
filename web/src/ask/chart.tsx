export function AnswerChart() { return null; }
