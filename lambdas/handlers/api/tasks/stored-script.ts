import { storedScriptSchema } from '../../../domain/script/script.ts';

export const storedScript = storedScriptSchema.meta({ id: 'StoredScript' });
