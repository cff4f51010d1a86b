import { useEffect, useState } from 'preact/hooks';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { moment, ownZone } from '../../words/times.ts';
import { type Answer, ask, type Refusal } from '../api/ask.ts';
import { pageSettings } from '../page-settings.ts';
import { calendarWords } from './calendar-words.ts';

export type CalendarPath = '/me/calendar' | `/tasks/${string}/calendar`;

export interface CalendarDialogProps {
  /** Of the API: whose calendar it is. */
  path: CalendarPath;
  /** What the calendar shows, where that is not one's own. */
  subject?: string;
  onClose: () => void;
}

/** The secret link by which a calendar program sees promised calls: made, made anew, ended. */
export function CalendarDialog({ path, subject, onClose }: CalendarDialogProps) {
  const words = calendarWords();
  const link = useLink(path);
  const { madeAt, address, problem, busy } = link;
  const title = subject === undefined ? words.title : `${words.title}: ${subject}`;
  const actions = (
    <>
      {madeAt && (
        <Button kind="danger" icon="trash" busy={busy} onClick={() => void link.revoke()}>
          {words.revoke}
        </Button>
      )}
      <Button kind="primary" icon="calendar" busy={busy} onClick={() => void link.renew()}>
        {madeAt ? words.renew : words.make}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <p>{words.text}</p>
      {problem && <RefusalNotice refusal={problem} />}
      {address === undefined ? (
        <p>{madeAt ? words.made(moment(madeAt, ownZone, now.value)) : words.none}</p>
      ) : (
        <NewAddress address={address} />
      )}
    </Dialog>
  );
}

function NewAddress({ address }: { address: string }) {
  const words = calendarWords();
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast(words.copied);
  };
  return (
    <>
      <TextField label={words.link} help={words.linkHelp} value={address} onInput={() => {}} />
      <Button size="small" icon="document" onClick={() => void copy()}>
        {words.copy}
      </Button>
    </>
  );
}

function useLink(path: CalendarPath) {
  const [madeAt, setMadeAt] = useState<string>();
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<Refusal>();
  const [busy, setBusy] = useState(true);
  const work = async <Value,>(asked: Promise<Answer<Value>>, done: (value: Value) => void) => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setProblem(answer.kind === 'done' ? undefined : answer);
    if (answer.kind === 'done') done(answer.value);
  };
  useEffect(() => {
    void work(ask('GET', path), (link) => setMadeAt(link.madeAt));
  }, [path]);
  const renew = () =>
    work(ask('POST', path), (made) => {
      setMadeAt(made.madeAt);
      setAddress(new URL(pageSettings().api + made.path, location.origin).href);
    });
  const revoke = () =>
    work(ask('DELETE', path), () => {
      setMadeAt(undefined);
      setAddress(undefined);
      toast(calendarWords().revoked);
    });
  return { madeAt, address, problem, busy, renew, revoke };
}
