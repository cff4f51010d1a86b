import { place } from '../place.ts';
import { ScriptEditor } from './script-editor.tsx';
import { ScriptList } from './script-list.tsx';

export function ScriptsPage() {
  const [id] = place.value.rest;
  if (id === undefined) return <ScriptList />;
  return <ScriptEditor key={id} id={id === 'new' ? undefined : id} />;
}
