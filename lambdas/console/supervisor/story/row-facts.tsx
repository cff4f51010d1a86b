import type { ComponentChildren } from 'preact';
import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { CustomerClock } from '../../parts/customer-clock.tsx';
import { addressText, phoneText } from '../../words/phone-text.ts';
import { statusName } from '../../words/row-words.ts';
import { distance, moment } from '../../words/times.ts';
import type { Tone } from '../../words/tone.ts';
import { MomentIn } from '../promises/move-preview.tsx';
import { storyWords } from './story-words.ts';

const tones: Record<number, Tone> = { 10: 'info', 11: 'wait', 12: 'good', 13: 'bad', 14: 'bad' };

/** What the row says now. */
export function RowFacts({ row }: { row: RowView }) {
  const words = storyWords();
  const { status, dueAt, promisedFor, operator, zone, tel, dateCall } = row;
  return (
    <section class="panel row-facts">
      <div class="row-status">
        <Chip tone={status === undefined ? 'plain' : (tones[status] ?? 'plain')} dot>
          {status === undefined ? words.nothingOrdered : statusName(status)}
        </Chip>
        {tel !== undefined && <strong class="numbers">{phoneText(tel)}</strong>}
      </div>
      <dl class="facts">
        {promisedFor !== undefined && (
          <Fact name={words.promisedFor}>
            <MomentIn instant={promisedFor} clock={row.clock} />{' '}
            <span class="soft small">{distance(promisedFor, now.value)}</span>
          </Fact>
        )}
        {dueAt !== undefined && dueAt !== promisedFor && (
          <Fact name={words.due}>
            <MomentIn instant={dueAt} clock={row.clock} />{' '}
            <span class="soft small">{distance(dueAt, now.value)}</span>
          </Fact>
        )}
        <Fact name={words.operator}>
          {operator ? (operator.name ?? addressText(operator.address)) : words.anybody}
        </Fact>
        <Fact name={words.zone}>
          <CustomerClock clock={row.clock} />
        </Fact>
        <Fact name={words.lastCall}>{lastCallText(dateCall, zone) ?? words.never}</Fact>
      </dl>
    </section>
  );
}

/** Other software may have written anything; what is no instant is shown as it stands. */
function lastCallText(text: string | undefined, zone: string): string | undefined {
  if (text === undefined) return undefined;
  const isInstant = /^\d{4}-\d\d-\d\dT.*Z$/.test(text) && !Number.isNaN(Date.parse(text));
  return isInstant ? moment(text, zone) : text;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
