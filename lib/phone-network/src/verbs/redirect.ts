import { sourceAt, type VerbExecutor } from '../twiml/scene.ts';
import { textOf } from '../twiml/twiml-document.ts';

export const redirect: VerbExecutor = async (verb, scene) => ({
  kind: 'goto',
  source: sourceAt(scene, { url: textOf(verb), method: verb.attributes.method }),
});
