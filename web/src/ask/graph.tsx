export function AnswerGraph() { return null; }
