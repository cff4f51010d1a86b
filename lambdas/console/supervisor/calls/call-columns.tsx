import type { ListedCall } from '../../../contract/customers.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { instantCell, type SavedColumn } from '../../parts/saving/saved-table.ts';
import { outcomeTone } from '../../words/call-tones.ts';
import { originName, outcomeName } from '../../words/call-words.ts';
import { phoneText } from '../../words/phone-text.ts';
import { moment, ownZone, span } from '../../words/times.ts';
import { operatorName, taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { answersOf, answerTo, questionsOf } from './call-answers.ts';
import { callListWords } from './call-list-words.ts';

export function callColumns(): Column<ListedCall>[] {
  const words = callListWords();
  return [
    { key: 'at', label: words.at, cell: WhenCell },
    { key: 'customer', label: words.customer, cell: CustomerCell },
    { key: 'operator', label: words.operator, cell: ({ operator }) => operatorName(operator) },
    { key: 'task', label: words.task, cell: ({ task }) => taskTitle(task) },
    { key: 'outcome', label: words.outcome, cell: OutcomeCell },
    { key: 'answers', label: words.answers, cell: AnswersCell },
  ];
}

/** As a file: each question that was answered has a column of its own. */
export function callFileColumns(calls: readonly ListedCall[]): SavedColumn<ListedCall>[] {
  const words = callListWords();
  return [
    { label: words.at, value: (call) => instantCell(startOf(call)) },
    { label: words.task, value: ({ task }) => taskTitle(task) },
    { label: 'Id', value: ({ Id }) => Id },
    { label: words.customer, value: ({ name }) => name },
    { label: words.number, value: ({ customer }) => customer },
    { label: words.operator, value: ({ operator }) => operatorName(operator) },
    { label: words.kind, value: ({ origin }) => originName(origin) },
    { label: words.outcome, value: ({ outcome }) => outcomeName(outcome) },
    { label: words.promisedFor, value: ({ promisedFor }) => instantCell(promisedFor) },
    { label: words.dialledAt, value: (call) => instantCell(factAt(call, 'dialling')) },
    { label: words.talkedSeconds, value: (call) => Math.round(talkOf(call) / 1000) },
    ...questionsOf(calls).map((question) => ({
      label: question,
      value: (call: ListedCall) => answerTo(call, question),
    })),
  ];
}

function factAt({ facts }: ListedCall, kind: string): string | undefined {
  return facts.find((it) => it.kind === kind)?.at;
}

function startOf(call: ListedCall): string {
  return factAt(call, 'dialling') ?? call.claimedAt;
}

/** In milliseconds. */
function talkOf(call: ListedCall): number {
  const ends = [factAt(call, 'customerEnded'), factAt(call, 'operatorEnded')];
  const times = ends.flatMap((it) => (it === undefined ? [] : [Date.parse(it)]));
  if (call.bridgedAt === undefined || times.length === 0) return 0;
  return Math.max(0, Math.min(...times) - Date.parse(call.bridgedAt));
}

function WhenCell(call: ListedCall) {
  return <span class="numbers">{moment(startOf(call), ownZone, now.value)}</span>;
}

function CustomerCell({ task, Id, name, customer }: ListedCall) {
  const number = phoneText(customer);
  return (
    <span class="stacked">
      <a class="row-link" href={addressOf('rows', [task, Id])}>
        {name?.trim() || number}
      </a>
      {name?.trim() && <span class="soft small numbers">{number}</span>}
    </span>
  );
}

function OutcomeCell(call: ListedCall) {
  const talk = talkOf(call);
  return (
    <span class="stacked">
      <Chip tone={outcomeTone(call.outcome)} dot>
        {outcomeName(call.outcome)}
      </Chip>
      <span class="soft small">
        {[originName(call.origin), talk > 0 && span(talk)].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

function AnswersCell(call: ListedCall) {
  return (
    <span class="answer-lines small">
      {answersOf(call).map(({ question, answer }) => (
        <span key={question}>
          <span class="soft">{question}:</span> {answer}
        </span>
      ))}
    </span>
  );
}
