import { Button } from '../parts/button.tsx';
import type { PagedList } from './paged-list.ts';
import { supervisorWords } from './supervisor-words.ts';

interface ListEndProps<Wish, Item> {
  list: PagedList<Wish, Item>;
  /** The words for going on, where they are not the usual ones. */
  label?: string;
}

/** The way to the next page, while there is one. */
export function ListEnd<Wish, Item>({ list, label }: ListEndProps<Wish, Item>) {
  const shown = list.shown.value;
  if (shown?.cursor === undefined) return null;
  return (
    <div class="more">
      <Button busy={shown.isReading} onClick={() => void list.fetchMore()}>
        {label ?? supervisorWords().more}
      </Button>
    </div>
  );
}
