/** The puppet behind the embedded gateway: it answers the gateway's questions out of the fake WeChat's world. */
import './quiet.ts';
import { FileBox, type FileBoxInterface } from 'file-box';
import * as PUPPET from 'wechaty-puppet';
import { PuppetMock } from 'wechaty-puppet-mock';
import type { Destination, Parcel } from '../../core/ports.ts';
import { person, record, room, type Said, type World } from './world.ts';

/** Told of everything the bot sends, in order. */
export type SendListener = (to: Destination, parcel: Parcel, id: string) => void;

const { Message, Dirty, Contact, Friendship } = PUPPET.types;

// The mock stubs what is not played here; seen as a plain puppet its `void` answers may be given a value.
const Stub: new () => PUPPET.impls.PuppetAbstract = PuppetMock;

const PICTURE = /\.(?:jpe?g|png|gif|webp)$/iu;
const messageType = (said: Said): PUPPET.types.Message => {
  if (said.kind === 'recall') return Message.Recalled;
  if (said.kind === 'text') return Message.Text;
  const image = said.as === undefined ? PICTURE.test(said.text) : said.as === 'image';
  return image ? Message.Image : Message.Attachment;
};

/** A logged-in account in the fake WeChat. Its heartbeat runs in real time, its messages in the world's. */
export class DemoPuppet extends Stub {
  readonly #world: World;
  readonly #sent: SendListener;
  readonly #heartbeatMs: number;
  #beat: NodeJS.Timeout | undefined;

  constructor(world: World, sent: SendListener, heartbeatMs: number) {
    super();
    this.#world = world;
    this.#sent = sent;
    this.#heartbeatMs = heartbeatMs;
  }

  /** Nothing of the mock's own start: its actors are not used. A client's stop logs us out, its next start in again. */
  override async onStart(): Promise<void> {
    this.#beat = setInterval(() => this.emit('heartbeat', { data: 'demo' }), this.#heartbeatMs);
    this.#beat.unref();
    setImmediate(() => this.signIn());
  }

  override async onStop(): Promise<void> {
    clearInterval(this.#beat);
  }

  /** Logs the bot's account in; nothing happens when it is. */
  signIn(): void {
    if (this.isLoggedIn) return;
    this.login(this.#world.bot.id);
    this.emit('ready', { data: 'ready' });
  }

  /** Tells the other side that what it knows of this contact or room is old. */
  soil(payloadType: PUPPET.types.Dirty, payloadId: string): void {
    this.emit('dirty', { payloadType, payloadId });
  }

  override ding(data?: string): void {
    setImmediate(() => this.emit('dong', { data: data ?? '' }));
  }

  override async contactList(): Promise<string[]> {
    return [...this.#world.people.values()].filter((one) => one.friend).map((one) => one.id);
  }

  // A client takes "the members of a room changed" for news of a contact with the room's id, and asks for it.
  override async contactRawPayload(id: string): Promise<PUPPET.payloads.Contact> {
    const known = this.#world.rooms.has(id) ? { name: '', friend: false } : person(this.#world, id);
    const { name, friend } = known;
    return { id, name, friend, avatar: '', gender: 0, phone: [], type: Contact.Individual };
  }

  override async roomList(): Promise<string[]> {
    const rooms = [...this.#world.rooms.values()];
    return rooms.filter((one) => one.members.includes(this.#world.bot.id)).map((one) => one.id);
  }

  override async roomRawPayload(id: string): Promise<PUPPET.payloads.Room> {
    const { topic, members } = room(this.#world, id);
    return { id, topic, memberIdList: [...members], adminIdList: [] };
  }

  override async roomMemberList(id: string): Promise<string[]> {
    return [...room(this.#world, id).members];
  }

  override async roomMemberRawPayload(roomId: string, id: string): Promise<PUPPET.payloads.RoomMember> {
    const roomAlias = room(this.#world, roomId).aliases.get(id) ?? '';
    return { id, avatar: '', name: person(this.#world, id).name, roomAlias };
  }

  override async roomQuit(id: string): Promise<void> {
    this.part(id, this.#world.bot.id, this.#world.bot.id);
  }

  override async roomInvitationRawPayload(id: string): Promise<PUPPET.payloads.RoomInvitation> {
    const { at, from, about } = this.#request(this.#world.invitations, id);
    const { topic, members } = room(this.#world, about);
    const known = { id, topic, inviterId: from, invitation: about, receiverId: this.#world.bot.id };
    return { ...known, avatar: '', memberCount: members.length, memberIdList: [], timestamp: at };
  }

  override async roomInvitationAccept(id: string): Promise<void> {
    const { from, about } = this.#request(this.#world.invitations, id);
    this.#world.invitations.delete(id);
    this.join(about, this.#world.bot.id, from);
  }

  /** Puts somebody into a room and says so. */
  join(roomId: string, contact: string, by: string): void {
    const { members } = room(this.#world, roomId);
    if (!members.includes(contact)) members.push(contact);
    this.soil(Dirty.Room, roomId);
    const timestamp = this.#world.clock.now();
    this.emit('room-join', { inviteeIdList: [contact], inviterId: by, roomId, timestamp });
  }

  /** Takes somebody out of a room and says so. */
  part(roomId: string, contact: string, by: string): void {
    const { members } = room(this.#world, roomId);
    if (members.includes(contact)) members.splice(members.indexOf(contact), 1);
    this.soil(Dirty.Room, roomId);
    const timestamp = this.#world.clock.now();
    this.emit('room-leave', { removeeIdList: [contact], removerId: by, roomId, timestamp });
  }

  override async friendshipRawPayload(id: string): Promise<PUPPET.payloads.Friendship> {
    const { at, from, about } = this.#request(this.#world.friendRequests, id);
    return { id, contactId: from, hello: about, timestamp: at, type: Friendship.Receive, ticket: id };
  }

  override async friendshipAccept(id: string): Promise<void> {
    const { from } = this.#request(this.#world.friendRequests, id);
    person(this.#world, from).friend = true;
    this.soil(Dirty.Contact, from);
  }

  override async messageRawPayload(id: string): Promise<PUPPET.payloads.Message> {
    const said = this.#world.said.get(id);
    if (said === undefined) throw new Error(`no message ${id}`);
    const known = { id, talkerId: said.from, timestamp: said.at, type: messageType(said), text: said.text };
    const named = said.kind === 'file' ? { ...known, filename: said.text } : known;
    if (said.room === null) return { ...named, listenerId: said.to };
    return { ...named, roomId: said.room, mentionIdList: [...said.mentions] };
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const base64 = this.#world.files.get(id);
    if (base64 === undefined) throw new Error(`no file in ${id}`);
    return FileBox.fromBase64(base64, this.#world.said.get(id)?.text ?? 'file');
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageSendText(to: string, text: string, mentions: string[] = []): Promise<string> {
    const id = this.#send(to, { kind: 'text', text, mentions });
    this.#tell(to, mentions.length > 0 ? { text, mentions } : { text }, id);
    return id;
  }

  // The bytes are read here, while whoever uploaded them can still hand them over.
  override async messageSendFile(to: string, file: FileBoxInterface): Promise<string> {
    const bytes = await file.toBuffer();
    const id = this.#send(to, { kind: 'file', text: file.name, mentions: [] }, bytes.toString('base64'));
    this.#tell(to, { file: { name: file.name, bytes } }, id);
    return id;
  }

  #tell(to: string, parcel: Parcel, id: string): void {
    this.#sent(this.#world.rooms.has(to) ? { room: to } : { contact: to }, parcel, id);
  }

  #send(to: string, what: Pick<Said, 'kind' | 'text' | 'mentions'>, base64?: string): string {
    const world = this.#world;
    this.#refuse(to);
    const id = world.newId();
    const place = world.rooms.has(to) ? { room: to, to: '' } : { room: null, to };
    record(world, { id, at: world.clock.now(), from: world.bot.id, ...place, ...what }, base64);
    setImmediate(() => this.emit('message', { messageId: id }));
    return id;
  }

  #refuse(to: string): void {
    const world = this.#world;
    if (world.throttled > 0) {
      world.throttled--;
      throw new Error('WorkproErrorCode: 20001, 操作过于频繁');
    }
    const group = world.rooms.get(to);
    if (group !== undefined && !group.members.includes(world.bot.id)) throw new Error('not in this room');
    if (group === undefined && !person(world, to).friend) throw new Error('not a friend');
  }

  #request<T>(waiting: ReadonlyMap<string, T>, id: string): T {
    const found = waiting.get(id);
    if (found === undefined) throw new Error(`no request ${id}`);
    return found;
  }
}
