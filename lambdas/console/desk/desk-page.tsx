import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../parts/empty-state.tsx';
import { toast } from '../parts/toasts.tsx';
import { CalendarDialog } from '../shell/calendar/calendar-dialog.tsx';
import { onLive, onLiveReturn } from '../shell/live.ts';
import { me } from '../shell/me.ts';
import { spread } from '../shell/spread.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { DialBox } from './callbacks/dial-box.tsx';
import { bringNumbersHere, canBringNumbers } from './callbacks/dial-wish.ts';
import { NextUncalled } from './callbacks/next-uncalled.tsx';
import { PromiseList } from './callbacks/promise-list.tsx';
import { promises, today } from './callbacks/promises.ts';
import { followSearchKey, SearchBox } from './callbacks/search-box.tsx';
import { CallPage } from './calls/call-page.tsx';
import { CallTabs } from './calls/call-tabs.tsx';
import { NextCallBar } from './calls/next-call-bar.tsx';
import { calls, fetchCalls, hearOfCall, liveCall } from './calls/state/calls.ts';
import { refreshCards } from './calls/state/cards.ts';
import { isOver } from './calls/state/merge-calls.ts';
import { deskWords } from './desk-words.ts';
import { startKeeping } from './form/keeping/form-keepers.ts';
import { Home } from './home/home.tsx';
import { followKeys, isKeyListOpen } from './keys/follow-keys.ts';
import { KeyListDialog, keyWords } from './keys/key-list-dialog.tsx';
import { followLine } from './phone/browser-phone.ts';
import { phoneWords } from './phone/phone-words.ts';
import { askForNotices, mayAskForNotices } from './phone/system-notice.ts';
import { place } from './place.ts';
import { DeskNotes, followNotes } from './presence/desk-notes.tsx';
import { followResponding } from './presence/not-responding.tsx';
import { PresenceBar } from './presence/presence-bar.tsx';
import { RowPage } from './rows/row-page.tsx';

/** The operator's desk: what comes next at the side, the call in the middle. */
export function DeskPage() {
  useEffect(follow, []);
  const words = deskWords();
  const who = me.value.value;
  const [isCalendarOpen, setCalendarOpen] = useState(false);
  return (
    <>
      <TopBar title={words.title} personItems={personItems(() => setCalendarOpen(true))}>
        <PresenceBar />
      </TopBar>
      {who && (who.operator === undefined || who.role === 'viewer') ? (
        <main id="content" class="whole">
          <EmptyState icon="headset" title={words.noOperator}>
            {words.noOperatorText}
          </EmptyState>
          <a class="button" data-kind="primary" href="/supervisor">
            {words.supervisorPage}
          </a>
        </main>
      ) : (
        <div class="desk" data-at={place.value.at}>
          <main id="content" class="desk-middle" tabIndex={-1}>
            <CallTabs />
            <Middle />
            <NextCallBar />
          </main>
          <aside class="desk-side" aria-label={words.lists}>
            <SearchBox />
            <PromiseList />
            <NextUncalled />
            <DialBox />
          </aside>
        </div>
      )}
      <DeskNotes />
      <KeyListDialog />
      {isCalendarOpen && (
        <CalendarDialog path="/me/calendar" onClose={() => setCalendarOpen(false)} />
      )}
    </>
  );
}

function Middle() {
  const here = place.value;
  if (here.at === 'row') {
    const key = `${here.row.task}.${here.row.Id}`;
    return <RowPage key={key} row={here.row} preview={here.preview} />;
  }
  const call = here.at === 'call' ? calls.value.find(({ id }) => id === here.attempt) : undefined;
  return call ? <CallPage key={call.id} call={call} /> : <Home />;
}

function personItems(openCalendar: () => void) {
  const isOperator = me.value.value?.operator !== undefined;
  const words = deskWords();
  const calendar = {
    key: 'calendar',
    label: words.calendar,
    icon: 'calendar' as const,
    onChoose: openCalendar,
  };
  const numbers = {
    key: 'numbers',
    label: words.bringNumbers,
    icon: 'handset' as const,
    onChoose: bringNumbers,
  };
  const own = [calendar, ...(canBringNumbers() ? [numbers] : [])];
  return [...noticeItems(), keyList(), ...(isOperator ? own : []), ...otherPages()];
}

/** A browser may know no such links, or be forbidden to hand them over. */
function bringNumbers(): void {
  const words = deskWords();
  try {
    bringNumbersHere();
    toast(words.numbersAsked);
  } catch {
    toast(words.numbersRefused, 'bad');
  }
}

function noticeItems() {
  const notices = {
    key: 'notices',
    label: phoneWords().askForNotices,
    icon: 'bell' as const,
    onChoose: () => void askForNotices(),
  };
  return mayAskForNotices.value ? [notices] : [];
}

function keyList() {
  const onChoose = () => {
    isKeyListOpen.value = true;
  };
  return { key: 'keys', label: `${keyWords().title} (?)`, icon: 'keys' as const, onChoose };
}

function otherPages() {
  const words = deskWords();
  const go = (address: string) => () => location.assign(address);
  const { role = 'operator' } = me.value.value ?? {};
  const supervisor = {
    key: 'supervisor',
    label: words.supervisorPage,
    icon: 'chart' as const,
    onChoose: go('/supervisor'),
  };
  return role === 'operator' ? [] : [supervisor];
}

/** Keeps the desk up to date for as long as it is shown. */
function follow(): () => void {
  const refreshAll = () => {
    void me.refresh();
    void promises.refresh();
    void today.refresh();
    void fetchCalls();
    refreshCards();
  };
  refreshAll();
  startKeeping();
  const ends = [
    onLiveReturn(refreshAll),
    onLive('attempt', ({ attempt }) => {
      hearOfCall(attempt);
      if (isOver(attempt)) afterCall();
    }),
    onLive(
      'promises',
      spread(() => void promises.refresh()),
    ),
    onLive(
      'directory',
      spread(() => void me.refresh()),
    ),
    effect(() => {
      document.title = titleOf();
    }),
    followLine(),
    followSearchKey(),
    followKeys(),
    followResponding(),
    followNotes(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** A call is over: the wrap-up begins, and the day has one more. */
function afterCall(): void {
  void me.refresh();
  void today.refresh();
  void promises.refresh();
}

function titleOf(): string {
  const words = deskWords();
  return liveCall.value ? `● ${words.title}` : words.title;
}
