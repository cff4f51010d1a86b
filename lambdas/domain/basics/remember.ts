/**
 * The function with its last answers at hand, so many of them: for what is costly to tell of a few
 * texts, of which the same come again and again. It must depend on them alone.
 */
export function remember<Answer>(
  most: number,
  tell: (text: string, context: string) => Answer,
): (text: string, context: string) => Answer {
  const known = new Map<string, Answer>();
  return (text, context) => {
    const name = `${context} ${text}`;
    if (known.has(name)) return known.get(name) as Answer;
    const answer = tell(text, context);
    const [oldest] = known.size >= most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(name, answer);
    return answer;
  };
}
