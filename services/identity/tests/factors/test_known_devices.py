"""With two factors a device is known once both were shown on it."""


async def known(person):
    return (await person.visitor.rig.db.fetch("SELECT count(*) FROM known_devices"))[0][0]


async def test_the_right_password_alone_makes_no_device_known(guarded):
    guarded.visitor.devices.clear()
    body = await guarded.challenged()
    assert "device_token" not in body
    assert await known(guarded) == 1
    assert (await guarded.second(body["challenge"], code=guarded.wrong_code())).status_code == 401
    assert await known(guarded) == 1
    assert (await guarded.second(body["challenge"], code=guarded.next_code())).status_code == 200
    assert await known(guarded) == 2


async def test_the_second_step_of_a_login_recognises_the_device(guarded):
    challenge = (await guarded.challenged())["challenge"]
    answer = await guarded.second(challenge, code=guarded.next_code())
    assert answer.json()["device_token"] == guarded.tokens["device_token"]


async def test_a_login_with_a_passkey_recognises_the_device_too(ada, device):
    await ada.add_passkey(device)
    tokens = []
    for sent in (ada.tokens["device_token"], None):
        options = await ada.visitor.post("passkeys/login/options")
        body = {"credential": device.get(options.json()["public_key"]), "device_token": sent}
        tokens.append((await ada.visitor.post("passkeys/login", body)).json()["device_token"])
    assert tokens[0] == ada.tokens["device_token"] != tokens[1]
