import type { Instant } from '../../domain/basics/instant.ts';
import type { VoiceEdge } from './voice-regions.ts';

export interface VoiceToken {
  token: string;
  identity: string;
  expiresAt: Instant;
  /** By which the browser gets to the telephone network. */
  edge: VoiceEdge;
}

/** Passes with which a browser becomes the telephone of one identity. */
export interface VoiceTokens {
  /** Good for an hour. Undefined while nobody has set browser phones up. */
  tokenFor(identity: string): Promise<VoiceToken | undefined>;
}
