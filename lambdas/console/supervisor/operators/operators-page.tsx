import { place } from '../place.ts';
import { OperatorEditor } from './operator-editor.tsx';
import { OperatorList } from './operator-list.tsx';

export function OperatorsPage() {
  const [id] = place.value.rest;
  if (id === undefined) return <OperatorList />;
  return <OperatorEditor key={id} id={id === 'new' ? undefined : id} />;
}
