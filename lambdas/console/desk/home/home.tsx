import { NotResponding } from '../presence/not-responding.tsx';
import { DayFigures } from './day-figures.tsx';
import { DayStates } from './day-states.tsx';
import { NextBanner } from './next-banner.tsx';
import { TodayList } from './today-list.tsx';
import { UnsentForms } from './unsent-forms.tsx';

/** No call: what comes next, and what the day has brought. */
export function Home() {
  return (
    <div class="home">
      <NotResponding />
      <NextBanner />
      <UnsentForms />
      <DayFigures />
      <TodayList />
      <DayStates />
    </div>
  );
}
