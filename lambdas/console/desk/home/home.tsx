import { DayFigures } from './day-figures.tsx';
import { NextBanner } from './next-banner.tsx';
import { TodayList } from './today-list.tsx';
import { UnsentForms } from './unsent-forms.tsx';

/** No call: what comes next, and what the day has brought. */
export function Home() {
  return (
    <div class="home">
      <NextBanner />
      <UnsentForms />
      <DayFigures />
      <TodayList />
    </div>
  );
}
