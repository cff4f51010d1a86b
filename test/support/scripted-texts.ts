import type { OutgoingText, TextSubmission, Texts } from '../../lambdas/ports/calls/texts.ts';

/** The telephone network: it takes texts as a test scripts, and keeps them. */
export class ScriptedTexts implements Texts {
  readonly sent: OutgoingText[] = [];
  #answers: TextSubmission[] = [];

  /** What the next texts meet; those after them are taken. */
  script(...answers: TextSubmission[]): void {
    this.#answers = answers;
  }

  async send(text: OutgoingText): Promise<TextSubmission> {
    this.sent.push(text);
    const id = `SM${String(this.sent.length).padStart(32, '0')}`;
    return this.#answers.shift() ?? { kind: 'sent', id };
  }
}
