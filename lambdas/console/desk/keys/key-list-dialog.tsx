import { Dialog } from '../../parts/dialog.tsx';
import { dictionary } from '../../words/dictionary.ts';
import { isKeyListOpen } from './follow-keys.ts';
import { type KeyName, keys } from './key-list.ts';

/** All keys of the desk; `?` shows them. */
export function KeyListDialog() {
  if (!isKeyListOpen.value) return null;
  const words = keyWords();
  const ofDesk = (Object.keys(keys) as KeyName[]).map((name) => [keys[name], words.deeds[name]]);
  const close = () => {
    isKeyListOpen.value = false;
  };
  return (
    <Dialog title={words.title} onClose={close}>
      <KeyGroup title={words.desk} entries={[...ofDesk, ['/', words.search], ['?', words.help]]} />
      <KeyGroup title={words.form} entries={words.formKeys} />
    </Dialog>
  );
}

function KeyGroup({ title, entries }: { title: string; entries: readonly (readonly string[])[] }) {
  return (
    <section class="key-group">
      <h3>{title}</h3>
      <dl>
        {entries.map(([key = '', deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export const keyWords = dictionary({
  en: {
    title: 'Keys',
    desk: 'Calls',
    form: 'The form',
    search: 'Find a customer',
    help: 'Show this list',
    deeds: {
      answer: 'Answer; go to the call that came while you wrote',
      hangUp: 'Hang up',
      hold: 'Put the customer on hold, and come back',
      done: 'Done, next call; after the form was sent it hangs up too',
      moreTime: 'More time for the form',
      notNow: 'Not now: call again later',
      away: 'Away, and back',
      noteRead: 'Put a supervisor’s message aside',
    } satisfies Record<KeyName, string>,
    formKeys: [
      ['Alt+1…9', 'Choose an answer'],
      ['Enter', 'Next field, then the next step'],
      ['Ctrl+Enter', 'The same in a long text'],
      ['Alt+Enter', 'Send the form, if nothing more is asked'],
      ['Alt+↑', 'One step back'],
    ],
  },
  ru: {
    title: 'Клавиши',
    desk: 'Звонки',
    form: 'Форма',
    search: 'Найти клиента',
    help: 'Показать этот список',
    deeds: {
      answer: 'Ответить; перейти к звонку, который пришёл, пока вы писали',
      hangUp: 'Завершить разговор',
      hold: 'Поставить клиента на удержание и вернуться',
      done: 'Готово, следующий звонок; после отправленной формы ещё и завершает разговор',
      moreTime: 'Ещё время на форму',
      notNow: 'Не сейчас: перезвонить позже',
      away: 'Отойти и вернуться',
      noteRead: 'Убрать сообщение супервизора',
    } satisfies Record<KeyName, string>,
    formKeys: [
      ['Alt+1…9', 'Выбрать ответ'],
      ['Enter', 'Следующее поле, затем следующий шаг'],
      ['Ctrl+Enter', 'То же в длинном тексте'],
      ['Alt+Enter', 'Отправить форму, если больше ничего не спрашивается'],
      ['Alt+↑', 'На шаг назад'],
    ],
  },
});
