import type { ComponentChildren } from 'preact';
import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { me } from '../../shell/me.ts';
import { customerName } from '../../words/customer-name.ts';
import { moment, ownZone, runningTime, span } from '../../words/times.ts';
import { nextPromise } from '../callbacks/promise-list.tsx';
import { deskWords } from '../desk-words.ts';
import { awayText } from '../presence/here-or-away.tsx';
import { changePresence } from '../presence/presence.ts';

/** What the operator waits for. */
export function NextBanner() {
  const words = deskWords();
  const next = nextPromise();
  const { operator } = me.value.value ?? {};
  if (operator?.away) {
    return (
      <Banner
        icon="moon"
        above={words.awayTitle}
        title={awayText(operator)}
        text={words.awayText}
        tone="away"
      >
        <Button kind="primary" size="large" onClick={() => void changePresence({ away: false })}>
          {words.beAvailable}
        </Button>
      </Banner>
    );
  }
  if (next?.dueAt === undefined) {
    return <Banner icon="headset" title={words.ready} text={words.readyText} tone="ready" />;
  }
  return <Next row={next} dueAt={next.dueAt} />;
}

const dayMilliseconds = 86_400_000;

function Next({ row, dueAt }: { row: RowView; dueAt: string }) {
  const words = deskWords();
  const left = Date.parse(dueAt) - now.value;
  const text = `${moment(dueAt, ownZone, now.value)} · ${words.readyText}`;
  return (
    <Banner icon="headset" above={words.nextOne} title={customerName(row)} text={text} tone="ready">
      <p class="hero-left">
        <small>{words.nextIn}</small>
        <b class="numbers">{left < dayMilliseconds ? runningTime(left + 999) : span(left)}</b>
      </p>
    </Banner>
  );
}

interface BannerProps {
  icon: 'headset' | 'moon';
  above?: string;
  title: string;
  text: string;
  tone: 'ready' | 'away';
  children?: ComponentChildren;
}

function Banner({ icon, above, title, text, tone, children }: BannerProps) {
  return (
    <section class="panel hero" data-tone={tone}>
      <span class="hero-icon">
        <Icon name={icon} />
      </span>
      <div class="hero-text">
        {above && <p class="hero-above">{above}</p>}
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p class="soft">{text}</p>
      </div>
      {children}
    </section>
  );
}
