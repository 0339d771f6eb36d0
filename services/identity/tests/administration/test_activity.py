from datetime import timedelta

from amigok_chassis import clock


async def actions(office, access, path="me/activity"):
    return [item["action"] for item in (await office.call("GET", path, access=access)).json()["items"]]


async def test_people_see_what_happened_to_their_account_and_nobody_elses(office):
    visitor = office.visitor
    first = await visitor.signed_in()
    await visitor.signed_in("bob")
    await visitor.post("refresh", {"refresh_token": first["refresh_token"]})
    clock.set_offset(timedelta(seconds=61))
    await visitor.post("refresh", {"refresh_token": first["refresh_token"]})
    second = (await visitor.login()).json()
    for _ in range(2):
        await visitor.post("logout", access=second["access_token"])
    await office.call("PUT", f"admin/users/{first['user']['id']}/role", {"role": "gamer"})
    third = (await visitor.login()).json()["access_token"]
    wanted = [
        "login",
        "role_changed",
        "logout",
        "login",
        "refresh_reused",
        "login",
        "new_device",
    ]
    assert await actions(office, third) == wanted
    assert await actions(office, office.access, f"admin/users/{first['user']['id']}/activity-log") == wanted
    page = (await office.call("GET", "me/activity?limit=4", access=third)).json()
    assert await actions(office, third, f"me/activity?cursor={page['next_cursor']}") == wanted[4:]
    assert (await office.call("GET", "me/activity", access="")).status_code == 401


async def test_a_line_tells_from_where_and_with_what_client(office):
    await office.visitor.verified()
    body = {"login": "ada", "password": "seven grey sheep graze"}
    signed_in = await office.rig.http.post(
        "/api/v1/auth/login", json=body, headers={"User-Agent": "Browser\t1" + "x" * 400}
    )
    line, new = (await office.call("GET", "me/activity", access=signed_in.json()["access_token"])).json()["items"]
    assert line["address"]
    assert line["user_agent"] == "Browser1" + "x" * 292
    assert line["details"] == {"methods": "pwd"}
    assert (new["action"], new["user_agent"]) == ("new_device", line["user_agent"])


async def test_lines_are_forgotten_after_a_year(office):
    await office.visitor.signed_in()
    clock.set_offset(timedelta(days=364))
    await office.visitor.login()
    await office.rig.run_job("forget_activities")
    assert (await office.rig.db.fetch("SELECT count(*) FROM activities"))[0][0] == 5
    clock.set_offset(timedelta(days=366))
    await office.rig.run_job("forget_activities")
    assert (await office.rig.db.fetch("SELECT count(*) FROM activities"))[0][0] == 1
