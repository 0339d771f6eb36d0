"""Publishes a batch of messages with one write and one future, on the driver's channel.

aio-pika takes a task, two futures and a drained write for each message. aiormq, on which it stands, has the parts:
frames that are encoded, delivery tags that count up, and an object for each tag that is told of its confirmation.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

import aio_pika
from aiormq.abc import ChannelFrame
from aiormq.channel import Channel
from pamqp import commands
from pamqp.base import Frame
from pamqp.body import ContentBody
from pamqp.header import ContentHeader

Keyed = tuple[str, aio_pika.Message]
"""A routing key and a message."""


class _Confirmations:
    """Stands for the confirmation of each message of a batch; its future ends with the last, or the first failure."""

    def __init__(self, channel: Channel, count: int) -> None:
        self._left = count
        self.future = channel.create_future()
        """One of the channel's: it fails when the channel is closed."""

    def done(self) -> bool:
        return self.future.done()

    def cancelled(self) -> bool:
        return self.future.cancelled()

    def set_result(self, _: Any) -> None:
        self._left -= 1
        if not self._left and not self.future.done():
            self.future.set_result(None)

    def set_exception(self, error: BaseException) -> None:
        if not self.future.done():
            self.future.set_exception(error)


async def publish(channel: Channel, exchange: str, messages: Iterable[Keyed]) -> None:
    """Returns when the broker has confirmed all of these. The channel is in confirm mode.

    Raises AMQPError when one is refused or the channel is closed; then each may have been published or not.
    """
    keyed = list(messages)
    if not keyed:
        return
    frame = ChannelFrame.marshall(
        channel.number, chain.from_iterable(_frames(channel, exchange, *each) for each in keyed)
    )
    confirmations = _Confirmations(channel, len(keyed))
    async with channel.lock:
        tags = range(channel.delivery_tag + 1, channel.delivery_tag + 1 + len(keyed))
        channel.confirmations.update(dict.fromkeys(tags, confirmations))  # type: ignore[arg-type]
        channel.delivery_tag += len(keyed)
        try:
            await channel.write_queue.put(frame)
        except BaseException:  # nothing was sent: the broker counts on from before
            channel.delivery_tag -= len(keyed)
            for tag in tags:
                channel.confirmations.pop(tag, None)
            raise
    await confirmations.future


def _frames(
    channel: Channel, exchange: str, routing_key: str, message: aio_pika.Message
) -> Iterable[Frame | ContentHeader | ContentBody]:
    yield commands.Basic.Publish(exchange=exchange, routing_key=routing_key)
    yield ContentHeader(properties=message.properties, body_size=len(message.body))
    size = channel.max_content_size
    for start in range(0, len(message.body), size):
        yield ContentBody(message.body[start : start + size])
