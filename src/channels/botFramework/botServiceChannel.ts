import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { type Channel, type HttpReply, type HttpRequest, Refusal } from '../http/index.ts';
import { readActivity } from './readActivity.ts';
import { type TurnOptions, takeTurn } from './takeTurn.ts';

/** The registration at Azure; complete, or the channel is not made at all. */
export interface BotServiceRegistration {
  appId: string;
  appPassword: string | undefined;
  appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  tenantId: string | undefined;
}

/** What the channel needs from the other rooms. */
export interface BotServiceOptions<Talk> extends TurnOptions<Talk> {
  registration: BotServiceRegistration;
}

const MAX_BODY_BYTES = 262_144;

/**
 * `POST /api/messages` for Azure Bot Service.
 *
 * It is made only for a complete registration: without an app id the adapter would take orders from anybody, as any
 * channel. What the adapter says about errors stays here.
 */
export function botServiceChannel<Talk>(options: BotServiceOptions<Talk>): Channel {
  const adapter = new MessagesAdapter(options.registration);
  const logic = (context: TurnContext) => takeTurn(context, options);
  const handle = async (request: HttpRequest): Promise<HttpReply> => {
    const activity = readActivity(request.json());
    const invoked = await adapter.take(request.headers.authorization ?? '', activity, logic);
    return { status: invoked?.status ?? 200, body: invoked?.body };
  };
  return { routes: [{ method: 'POST', path: '/api/messages', maxBodyBytes: MAX_BODY_BYTES, handle }] };
}

class MessagesAdapter extends CloudAdapter {
  constructor({ appId, appPassword, appType, tenantId }: BotServiceRegistration) {
    const credentials = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: appId,
      MicrosoftAppType: appType,
      ...(appPassword && { MicrosoftAppPassword: appPassword }),
      ...(tenantId && { MicrosoftAppTenantId: tenantId }),
    });
    super(new ConfigurationBotFrameworkAuthentication({}, credentials));
  }

  /** The adapter's own `process` prints errors and tells them to the caller. */
  async take(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    try {
      return await this.processActivity(authorization, activity, logic);
    } catch (error) {
      if (!isUnauthorised(error)) throw error;
      throw new Refusal(401, 'Unauthorized', 'The token does not count here.');
    }
  }
}

function isUnauthorised(error: unknown): boolean {
  return (error as { statusCode?: unknown }).statusCode === 401;
}
