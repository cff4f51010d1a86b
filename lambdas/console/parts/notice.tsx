import type { ComponentChildren } from 'preact';
import type { Tone } from '../words/tone.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { partWords } from './part-words.ts';

const icons: Record<Tone, IconName> = {
  good: 'check',
  bad: 'warning',
  wait: 'clock',
  info: 'info',
  plain: 'info',
};

export interface NoticeProps {
  tone?: Tone;
  children: ComponentChildren;
}

export function Notice({ tone = 'info', children }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** What the API refused, with another try. */
export function RefusalNotice({
  refusal,
  retry,
}: {
  refusal: { sentence: string };
  retry?: () => void;
}) {
  return (
    <Notice tone="bad">
      <p>{refusal.sentence}</p>
      {retry && (
        <Button size="small" onClick={retry}>
          {partWords().retry}
        </Button>
      )}
    </Notice>
  );
}
