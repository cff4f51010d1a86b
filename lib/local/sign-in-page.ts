import { html } from 'hono/html';
import type { Language } from '../../lambdas/domain/basics/language.ts';

/** What an authorization request asks. */
export interface SignInQuestion {
  client_id: string;
  redirect_uri: string;
  state: string;
  code_challenge: string;
}

/** Somebody whom one may be. */
export interface Acquaintance {
  id: string;
  name: string;
  away: boolean;
  /** The tasks that they lead; who leads some is asked as what they come. */
  leads: readonly string[];
  takesCalls: boolean;
}

interface SignInWords {
  title: string;
  who: string;
  why: string;
  supervisor: string;
  supervises: string;
  viewer: string;
  views: string;
  lead: string;
  operator: string;
  away: string;
  nobody: string;
}

const words: Record<Language, SignInWords> = {
  en: {
    title: 'Sign in',
    who: 'Who are you today?',
    why: 'This machine asks for no password. In the cloud this is your sign-in page.',
    supervisor: 'Supervisor',
    supervises: 'Tasks, operators, the live board',
    viewer: 'Read-only supervisor',
    views: 'Sees everything, changes nothing',
    lead: 'Team lead',
    operator: 'Operator',
    away: 'away',
    nobody: 'There are no operators yet. A supervisor makes them.',
  },
  ru: {
    title: 'Вход',
    who: 'Кто вы сегодня?',
    why: 'На этой машине пароль не нужен. В облаке здесь ваша страница входа.',
    supervisor: 'Руководитель',
    supervises: 'Задачи, операторы, живая картина',
    viewer: 'Наблюдатель',
    views: 'Видит всё, ничего не меняет',
    lead: 'Руководитель группы',
    operator: 'Оператор',
    away: 'нет на месте',
    nobody: 'Операторов ещё нет. Их заводит руководитель.',
  },
};

/** The people of the directory; a click on one signs in as them. */
export function signInPage(question: SignInQuestion, people: Acquaintance[], language: Language) {
  const text = words[language];
  const choices = people
    .filter(({ takesCalls }) => takesCalls)
    .map(({ id, name, away }) => {
      const note = away ? text.away : `${text.operator} · ${id}`;
      return choice({ role: 'operator', operator: id }, name, note);
    });
  const supervisors = [
    choice({ role: 'supervisor' }, text.supervisor, text.supervises),
    ...people
      .filter(({ leads }) => leads.length > 0)
      .map(({ id, name, leads }) =>
        choice({ role: 'lead', operator: id }, name, `${text.lead} · ${leads.join(', ')}`),
      ),
    choice({ role: 'viewer' }, text.viewer, text.views),
  ];
  const forSupervisors = new URL(question.redirect_uri).pathname === '/supervisor';
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${text.title}</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/sign-in/sign-in.css" />
  </head>
  <body>
    <main>
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>${text.who}</h1>
      <p>${text.why}</p>
      <form method="post" action="/sign-in/authorize">
        ${hidden({ ...question, response_type: 'code', code_challenge_method: 'S256' })}
        <ul>
          ${forSupervisors ? [...supervisors, ...choices] : [...choices, ...supervisors]}
        </ul>
        ${choices.length === 0 ? html`<p>${text.nobody}</p>` : ''}
      </form>
    </main>
  </body>
</html>`;
}

function hidden(fields: Record<string, string>) {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

function choice(person: { role: string; operator?: string }, name: string, note: string) {
  const value = person.operator === undefined ? person.role : `${person.role}:${person.operator}`;
  return html`<li>
    <button name="person" value="${value}">
      <span class="avatar" aria-hidden="true">${[...name][0] ?? ''}</span>
      <span><b>${name}</b><small>${note}</small></span>
    </button>
  </li>`;
}
