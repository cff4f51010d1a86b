import { Duration, Fn } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import { browserPhoneUrls, type VoicePlace } from '../../../lambdas/ports/calls/voice-regions.ts';

export interface SiteNeighbours {
  /** The identity provider's address, to which pages send codes for tokens. */
  tokenUrl: string;
  /** Where desks open their WebSockets. */
  deskSocketsUrl: string;
  /** Where browser phones find Twilio. */
  voicePlace: VoicePlace;
}

/** What the browser phone's SDK needs, as its README says under "Content Security Policy". */
const voiceSdk = {
  files: ['https://media.twiliocdn.com', 'https://sdk.twilio.com'],
  media: ['mediastream:'],
};

const twoYears = Duration.days(2 * 365);

/** The pages load their own files and speak with their own neighbours; nothing else, and nobody frames them. */
export function siteHeaders(neighbours: SiteNeighbours): ResponseHeadersPolicyProps {
  return {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: contentSecurityPolicy(neighbours),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: twoYears,
        includeSubdomains: false,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'Permissions-Policy',
          value: 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
          override: true,
        },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
      ],
    },
  };
}

function contentSecurityPolicy(neighbours: SiteNeighbours): string {
  const { tokenUrl, deskSocketsUrl, voicePlace } = neighbours;
  const sources = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'manifest-src': ["'self'"],
    // Large workbooks are unpacked beside the page, by code that the page itself hands over.
    'worker-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    // Recordings are fetched with the listener's token and played from the page's own memory.
    'media-src': ["'self'", 'blob:', ...voiceSdk.media, ...voiceSdk.files],
    'connect-src': [
      "'self'",
      originOf(tokenUrl),
      originOf(deskSocketsUrl),
      ...browserPhoneUrls(voicePlace),
      ...voiceSdk.files,
    ],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  const directives = Object.entries(sources).map(([name, values]) => [name, ...values].join(' '));
  return directives.join('; ');
}

/** `scheme://host` of an address that may be known at deployment only. */
function originOf(address: string): string {
  const [scheme, host] = [0, 2].map((part) => Fn.select(part, Fn.split('/', address)));
  return `${scheme}//${host}`;
}
