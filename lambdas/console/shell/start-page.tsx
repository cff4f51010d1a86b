import { type ComponentChildren, type ComponentType, render } from 'preact';
import type { PageError } from '../../contract/page-errors.ts';
import { readKept } from '../browser/remembered.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Toasts } from '../parts/toasts.tsx';
import { language } from '../words/language.ts';
import { followErrors } from './follow-errors.ts';
import { startLive } from './live.ts';
import { me } from './me.ts';
import { loadPageSettings } from './page-settings.ts';
import { shellWords } from './shell-words.ts';
import { session } from './sign-in/session.ts';
import { departToSignIn, isReturning, returnFromSignIn } from './sign-in/sign-in.ts';
import './theme.ts';

/**
 * Starts a page: its settings, then who is signed in (leaving for the identity provider where
 * nobody is), then the page itself and its live connection.
 */
export async function startPage(Page: ComponentType, name: PageError['page']): Promise<void> {
  const root = document.body;
  render(<Waiting />, root);
  try {
    const { language: preset } = await loadPageSettings();
    if (preset && readKept('callback-center:language') === undefined) language.value = preset;
    if (isReturning()) await returnFromSignIn();
  } catch (error) {
    render(<Failed sentence={error instanceof Error ? error.message : String(error)} />, root);
    return;
  }
  if (session.value === undefined) await departToSignIn();
  followErrors(name);
  await me.refresh();
  if (session.value === undefined) await departToSignIn();
  const problem = me.problem.value;
  if (problem) {
    render(<Failed sentence={problem.sentence} />, root);
    return;
  }
  render(
    <Frame>
      <Page />
    </Frame>,
    root,
  );
  startLive();
}

/** What every page has around it. */
function Frame({ children }: { children: ComponentChildren }) {
  return (
    <>
      {children}
      <Foot />
      {session.value === undefined && <SignedOut />}
      <Toasts />
    </>
  );
}

/** Beside the page, whose call must not end by it. */
function Foot() {
  return (
    <footer class="page-foot">
      <a href="/licences.txt" target="_blank" rel="noreferrer">
        {shellWords().licences}
      </a>
    </footer>
  );
}

/** Over the page, which stays as it is. */
function SignedOut() {
  const words = shellWords();
  const signIn = () => void departToSignIn();
  const button = (
    <Button kind="primary" onClick={signIn}>
      {words.signIn}
    </Button>
  );
  return (
    <Dialog title={words.ended} onClose={signIn} actions={button}>
      <p>{words.endedText}</p>
    </Dialog>
  );
}

function Waiting() {
  return (
    <main class="whole">
      <p class="soft" role="status">
        {shellWords().starting}
      </p>
    </main>
  );
}

function Failed({ sentence }: { sentence: string }) {
  const words = shellWords();
  return (
    <main class="whole">
      <EmptyState icon="warning" title={words.failed}>
        {sentence}
      </EmptyState>
      <div class="whole-actions">
        <Button onClick={() => void departToSignIn()}>{words.signIn}</Button>
        <Button kind="primary" onClick={() => location.reload()}>
          {words.retry}
        </Button>
      </div>
    </main>
  );
}
